// Keeps the pictures that are saved, instead of a file, and every text that is drawn with the room it takes.

window.saved = [];
window.drawnTexts = [];
let blob;
const { createObjectURL } = URL;
URL.createObjectURL = (given) => {
  blob = given;
  return createObjectURL.call(URL, given);
};
HTMLAnchorElement.prototype.click = function () {
  window.saved.push({ name: this.download, blob });
};
host.addEventListener('download', ({ detail }) => { window.told = detail; });
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
  const { actualBoundingBoxLeft, actualBoundingBoxRight } = this.measureText(text);
  window.drawnTexts.push({ text, left: x - actualBoundingBoxLeft, right: x + actualBoundingBoxRight, y });
  fillText.call(this, text, x, y);
};
