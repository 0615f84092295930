// Counting, only where the host page asks for it: the event's name, the step and the profile, and nothing else.

const COUNTED = ['start', 'step', 'complete', 'restart'];

/** Tells the host page's own analytics of an event; whatever becomes of it there never reaches the widget. */
export function count(kind, name, detail) {
  if (kind === 'none' || !COUNTED.includes(name)) return;
  const step = name === 'step' ? stepName(detail) : undefined;
  const profile = name === 'complete' ? profileName(detail) : undefined;
  try {
    // Both read what is in the list when they load, so it may be begun before they are there.
    if (kind === 'datalayer') {
      (window.dataLayer ??= []).push({ event: `b2b_b2c_profile_${name}`, step, profile });
    } else {
      (window._paq ??= []).push(['trackEvent', 'b2b-b2c-profile', name, step ?? profile ?? '']);
    }
  } catch {
    // A list that is frozen or throws counts nothing.
  }
}

const stepName = ({ page, number }) => (number === null ? page : `${page} ${number}`);

/** The profile's slug; those of both customer groups where there are two. */
function profileName({ results }) {
  return results.map(({ profile }) => profile ?? 'none').join(' + ');
}
