import { items, scale, title, dims } from '../shared/content.js';
import { profile, bar } from '../shared/score.js';
export const json = {
  title, showProgressBar: true, progressBarLocation: 'top', progressBarType: 'questions', showQuestionNumbers: false, firstPageIsStartPage: false,
  completeText: 'Show result', showCompletePage: false,
  pages: items.map(([text], i) => ({
    elements: [{ type: 'radiogroup', name: 'q' + i, title: text, isRequired: true, choices: scale.map((t, v) => ({ value: v, text: t })) }],
  })),
};
export function showResult(data) {
  const p = profile(items.map((_, i) => data['q' + i]));
  document.getElementById('app').innerHTML = `<main><section class="result"><h2>Your profile: ${p.label} (${p.score})</h2>${dims.map(([name, left, right], i) => {
    const b = bar(p.values[i]);
    return `<div class="dim"><b>${name}: ${p.values[i]}</b><div class="bar"><i style="left:${b.left}%;width:${b.width}%"></i></div><span>${left}</span><span>${right}</span></div>`;
  }).join('')}<h2>Recommended tactics</h2><div class="cards">${p.best.map(t =>
    `<article class="card"><h3>${t.title}</h3><p>${t.text}</p></article>`).join('')}</div></section></main>`;
}
