// Types that the DOM library lacks.

// Options objects have no prototype, because a host page may add properties to `Object.prototype`.
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
  version?: string;
}

interface Window {
  B2bB2cProfile?: typeof import('../../element/element.js').B2bB2cProfile;
  /** The queues of the host page's own analytics. */
  dataLayer?: object[];
  _paq?: string[][];
  /** When the landing page became usable, for performance measurements. */
  __ready?: number;
  CSSStyleSheet: typeof CSSStyleSheet;
}
