/** Today's local date as `YYYY-MM-DD`. */
export function today() {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return day.join('-');
}

/** Downloads a blob as a file with the date in its name; returns the name. */
export function downloadFile(stem, ending, blob) {
  const name = `${stem}-${today()}.${ending}`;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // By the next task, the download has begun.
  setTimeout(() => URL.revokeObjectURL(address));
  return name;
}
