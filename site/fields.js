import { configure } from './configuration.js';

/** Marks a field as valid or invalid, and shows or hides its error message. */
function mark(form, name, isFault) {
  const field = form.elements[name];
  const error = form.querySelector(`[data-error="${name}"]`);
  error.firstElementChild.hidden = !isFault;
  if (isFault) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  const hint = field.dataset.hint ?? '';
  field.setAttribute('aria-describedby', isFault ? `${error.id} ${hint}`.trim() : hint);
}

/** Keeps the colour picker and the colour's text field in step. */
function joinColours(form) {
  const written = form.elements.accent;
  const picked = form.querySelector('[type="color"]');
  picked.addEventListener('input', () => { written.value = picked.value; });
  written.addEventListener('input', () => {
    const { accent } = configure({ accent: written.value }, '').configuration;
    const isShort = accent.length === 4;
    if (accent) picked.value = isShort ? accent.replace(/[0-9a-f]/g, '$&$&') : accent;
  });
  form.querySelector('[data-do="no-accent"]').addEventListener('click', () => {
    written.value = '';
    written.dispatchEvent(new Event('input', { bubbles: true }));
    written.focus();
  });
}

/** Calls `onChange` with each new configuration; returns a function that reads the current one. */
export function followFields(form, home, onChange) {
  const fields = () => Object.fromEntries(new FormData(form));
  const checked = [...form.querySelectorAll('[data-error]')].map((error) => error.dataset.error);
  // An error appears when the field is left, and disappears as soon as it is fixed.
  const told = new Set();
  const heed = (event) => {
    const { configuration, faults } = configure(fields(), home);
    if (event.type === 'change' && faults.includes(event.target.name)) told.add(event.target.name);
    for (const name of checked) {
      if (!faults.includes(name)) told.delete(name);
      mark(form, name, told.has(name));
    }
    onChange(configuration);
  };
  joinColours(form);
  form.addEventListener('input', heed);
  form.addEventListener('change', heed);
  form.addEventListener('submit', (event) => event.preventDefault());
  return () => configure(fields(), home).configuration;
}
