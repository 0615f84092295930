// Files for the visitor: their names, and how they are offered.

/** The day it is here: year, month and day. */
export function today() {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return day.join('-');
}

/** Offers what a blob holds as a file; the day is added to its name. Returns the name. */
export function downloadFile(stem, ending, blob) {
  const name = `${stem}-${today()}.${ending}`;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
  return name;
}
