// What the type checker doesn't know by itself of the pages that the scripts run in.

// Options have no prototype, since a host page may add to everyone's, and the browser would take that for an option.
interface AddEventListenerOptions { __proto__?: null }
interface BlobPropertyBag { __proto__?: null }
interface EventInit { __proto__?: null }
interface IntersectionObserverInit { __proto__?: null }
interface MutationObserverInit { __proto__?: null }
interface PropertyDescriptor { __proto__?: null }
interface ShareData { __proto__?: null }
interface ShadowRootInit { __proto__?: null }
interface RequestInit { __proto__?: null }
declare namespace Intl {
  interface DateTimeFormatOptions { __proto__?: null }
  interface NumberFormatOptions { __proto__?: null }
}

interface HTMLElementTagNameMap {
  'b2b-b2c-profile': import('../../element/element.js').B2bB2cProfile;
}

interface CustomElementConstructor {
  /** The widget's version, if it is the widget. */
  version?: string;
}

interface Window {
  B2bB2cProfile?: typeof import('../../element/element.js').B2bB2cProfile;
  /** Lists that the host page's own analytics reads. */
  dataLayer?: object[];
  _paq?: string[][];
  /** When the landing page could be answered, for whoever measures. */
  __ready?: number;
  CSSStyleSheet: typeof CSSStyleSheet;
}
