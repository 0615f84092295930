// What moves by itself or when its state changes.

const partsOf = (element) => [
  undefined,
  '::before',
  '::after',
  ...(element.localName === 'progress' ? ['::-webkit-progress-value'] : []),
];
const lasts = (times) => times.split(', ').some((time) => parseFloat(time) > 0);

return all('*').flatMap((element) =>
  partsOf(element).flatMap((part) => {
    const style = getComputedStyle(element, part);
    const isAnimated = style.animationName !== 'none' && lasts(style.animationDuration);
    return isAnimated || lasts(style.transitionDuration) ? [`${nameOf(element)}${part ?? ''}`] : [];
  }),
);
