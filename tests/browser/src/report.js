// What the result shows.

const hasGroups = Boolean(one('.bp-tabs'));
const single = (selector) => (hasGroups ? null : words(one(selector)));
const first = (row) => Boolean(row.querySelector('.bp-tag--first'));
/** What leads the reasons: with two groups whose they are, then what the profile says. */
const lead = one('.bp-part--why > .bp-hint').cloneNode(true);
lead.querySelector('.bp-expectation')?.remove();
const [whose, text] = hasGroups ? words(lead).split(/\. (.*)/) : [words(one('.bp-kicker')), words(lead)];
const recommended = '.bp-tactics > .bp-card, .bp-tactics > .bp-rows:not(.bp-rows--beside) > .bp-card';

return {
  kicker: whose,
  heading: single('.bp-summary .bp-heading'),
  because: single('.bp-because'),
  place: single('.bp-line .bp-above__label'),
  said: hasGroups ? null : one('.bp-summary .bp-line').getAttribute('aria-label'),
  text,
  dimensions: all('.bp-dimension').map((row) => [row.dataset.id, words(row.querySelector('.bp-dimension__points'))]),
  total: words(one('.bp-dimensions__points')),
  tactics: ids(recommended),
  channels: all(recommended).flatMap((card) => [...card.querySelectorAll('.bp-channels > li')].map((one) => one.dataset.id)),
  'see-also': ids('.bp-tactics > .bp-rows--beside > li'),
  advice: ids('.bp-advice > li'),
  further: ids('.bp-rows--beside .bp-card'),
  unsuited: ids('.bp-unsuited > li'),
  media: all('.bp-medium').map((medium) => [medium.dataset.id, medium.querySelectorAll('.bp-medium__variant').length]),
  reading: words(one('.bp-foundations__reading')),
  foundations: ids('.bp-foundation'),
  first: all('.bp-foundation').filter(first).map((row) => row.dataset.id),
  unknown: ids('.bp-unknown > ul > li'),
};
