// Captures saved pictures instead of files, and the position, width and font of every text.

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
  const [left, right] = [x - actualBoundingBoxLeft, x + actualBoundingBoxRight];
  window.drawnTexts.push({ text, left, right, y, font: this.font });
  fillText.call(this, text, x, y);
};
