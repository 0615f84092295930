// What the report shows.

const points = (row) => {
  const copy = row.querySelector('.bp-dimension__points').cloneNode(true);
  copy.querySelector('.bp-dimension__thin')?.remove();
  return words(copy).split(' · ')[0];
};
const first = (row) => Boolean(row.querySelector('.bp-tag--first'));

return {
  kicker: words(one('.bp-kicker')),
  heading: words(one('.bp-summary .bp-heading')),
  because: words(one('.bp-because')),
  place: words(one('.bp-spectrum__label')),
  said: one('.bp-spectrum .bp-unseen').textContent,
  text: words(one('.bp-summary__text')),
  dimensions: all('.bp-dimension').map((row) => [row.dataset.id, points(row)]),
  total: words(one('.bp-dimensions__points')),
  tactics: ids('.bp-tactics .bp-cards > li'),
  unsuited: ids('.bp-unsuited > ul > li'),
  channels: ids('.bp-tactics .bp-channels > li'),
  advice: ids('.bp-advice .bp-cards > li'),
  media: all('.bp-medium').map((medium) => [medium.dataset.id, medium.querySelectorAll('.bp-medium__variant').length]),
  reading: words(one('.bp-foundations__reading')),
  foundations: ids('.bp-foundation'),
  first: all('.bp-foundation').filter(first).map((row) => row.dataset.id),
  unknown: ids('.bp-unknown > ul > li'),
};
