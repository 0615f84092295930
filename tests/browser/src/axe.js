const where = ({ target }) => target.flat().join(' › ');
const told = (rule) =>
  rule.nodes.map((node) => `${rule.id}: ${where(node)}: ${node.failureSummary.replace(/\s+/g, ' ')}`);

const run = async () => {
  const found = await axe.run(document, { runOnly: { type: 'tag', values: args }, resultTypes: ['violations', 'passes'] });
  const contrast = found.passes.find((rule) => rule.id === 'color-contrast');
  return {
    violations: found.violations.flatMap(told),
    passes: found.passes.length,
    sawWidget: Boolean(contrast?.nodes.some((node) => node.target.flat().length > 1)),
    unsure: found.incomplete.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${where(node)}`)),
  };
};
return run();
