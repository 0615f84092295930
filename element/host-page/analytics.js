const COUNTED = ['start', 'step', 'complete', 'restart'];

/**
 * Sends an event to the host page's own analytics, if it asks for that: the event's name, the step and the profile (of
 * both customer groups if there are two), and nothing else. Never throws.
 */
export function count(kind, name, detail) {
  if (kind === 'none' || !COUNTED.includes(name)) return;
  const { page, number, results } = detail;
  const step = name === 'step' ? page + (number === null ? '' : ` ${number}`) : undefined;
  const profile = name === 'complete' ? results.map((one) => one.profile ?? 'none').join(' + ') : undefined;
  try {
    // Both read the list's existing entries when they load, so it may be created first.
    if (kind === 'datalayer') {
      (window.dataLayer ??= []).push({ event: `b2b_b2c_profile_${name}`, step, profile });
    } else {
      (window._paq ??= []).push(['trackEvent', 'b2b-b2c-profile', name, step ?? profile ?? '']);
    }
  } catch {
    // The list is frozen or throws.
  }
}
