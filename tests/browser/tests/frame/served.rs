//! Which frames of a page are served: those registered with the resizer, wherever they are, and no others.

use browser_tests::{Answer, Browser, in_every_engine};
use serde_json::{Value, json};

use super::open;

const RESIZER: &str = "<script src='/frame-resizer.js'></script>";
/// A page that imitates the frame, also in the name of others.
const FORGER: &str = "<!doctype html><title>Forger</title><script>
    const name = new URLSearchParams(location.search).get('name');
    const { port1, port2 } = new MessageChannel();
    parent.postMessage({ b2bB2cProfile: 1, name }, '*', [port2]);
    port1.postMessage({ height: 5000 });
    port1.postMessage({ event: 'complete', detail: '{\"code\":\"FORGED\"}' });
    addEventListener('message', ({ data }) => parent.postMessage({ asked: data }, '*'));
    </script>";

in_every_engine!(
    no_frame_is_served_that_the_page_did_not_name,
    frames_in_shadow_roots_are_served,
    a_frame_that_leads_elsewhere_is_heard_no_more,
);

fn no_frame_is_served_that_the_page_did_not_name(browser: &Browser) {
    for site in [browser.site(), browser.far_site()] {
        for path in ["/ad", "/own/frame.html", "/ad-frame.html", "/frame.html/ad", "/xframe.html"] {
            site.add(path, Answer::html(FORGER));
        }
    }
    let (near, far) = (browser.site().origin(), browser.far_site().origin());
    let addresses = [
        format!("{far}/ad?name=far"),
        format!("{far}/own/frame.html?name=named"),
        "/ad?name=near".to_owned(),
        "/ad?name=query&x=/frame.html".to_owned(),
        "/ad?name=hash#/frame.html".to_owned(),
        "/ad-frame.html?name=suffix".to_owned(),
        "/xframe.html?name=longer".to_owned(),
        "/frame.html/ad?name=folder".to_owned(),
    ];
    let frames: String =
        addresses.iter().map(|address| format!("<iframe src='{address}' title='Ad'></iframe>")).collect();
    let sandboxed =
        format!("<iframe sandbox='allow-scripts' src='{far}/ad?name=sandboxed' title='Ad'></iframe>");
    let bad = "<iframe src='https://' title='Nothing'></iframe><iframe title='Empty'></iframe>";
    // Only the last one has one of our addresses.
    let own = format!("<iframe id='own' src='{near}/own/frame.html?name=own' title='Own'></iframe>");
    open(browser, RESIZER, &format!("{frames}{sandboxed}{bad}{own}"));
    let heard = || browser.run(0, "return window.events.map(({ target }) => target)", Value::Null);
    browser.wait("an event", || heard() != json!([]), || heard().to_string());
    let offers = || browser.run(0, "return window.offers.length", Value::Null);
    browser.wait("all offers", || offers() == addresses.len() + 2, || offers().to_string());
    assert_eq!(heard(), json!(["own"]));
    let high = "return Array.from(document.querySelectorAll('iframe')).filter(({ style }) => style.height).map(({ id }) => id)";
    assert_eq!(browser.run(0, high, Value::Null), json!(["own"]));
}

fn frames_in_shadow_roots_are_served(browser: &Browser) {
    let script = "customElements.define('x-outer', class extends HTMLElement {
        connectedCallback() {
          const inner = document.createElement('x-inner');
          this.attachShadow({ mode: 'open' }).append(inner);
        }
      });
      const define = () => customElements.define('x-inner', class extends HTMLElement {
        connectedCallback() {
          const frame = document.createElement('iframe');
          frame.src = '/frame.html?lang=nl';
          frame.title = 'Test';
          this.attachShadow({ mode: 'open' }).append(frame);
        }
      });
      window.frameIn = () => document.querySelector('x-outer').shadowRoot.firstChild.shadowRoot.firstChild;
      if (location.hash) setTimeout(define, 300); else define();";
    browser.site().add("/component.js", Answer::script(script));
    let component = "<script src='/component.js'></script>";
    for (head, after) in [(RESIZER, ""), ("", RESIZER)] {
        open(browser, head, &format!("{component}<x-outer></x-outer>{after}"));
        let height = || browser.run(0, "return parseInt(frameIn().style.height) || 0", Value::Null);
        browser.wait("a height", || height().as_u64() > Some(300), || height().to_string());
        let heard =
            || browser.run(0, "return window.events.map(({ target, type }) => [target, type])", Value::Null);
        browser.wait("an event", || heard() == json!([["", "ready"]]), || heard().to_string());
    }
}

fn a_frame_that_leads_elsewhere_is_heard_no_more(browser: &Browser) {
    let site = browser.site();
    let slow = FORGER.replace(
        "port1.postMessage",
        "window.say = (message) => port1.postMessage(message); if (false) port1.postMessage",
    );
    site.add("/slow", Answer::html(&slow));
    let frame = "<iframe data-b2b-b2c-profile id='own' src='/slow?name=own' title='Own'></iframe>";
    open(browser, RESIZER, frame);
    let say = |height: u32| {
        browser.run(0, "frames[0].say({ height: args })", json!(height));
        let height = "return (async () => {
            for (let frames = 0; frames < 10; frames += 1) await new Promise(requestAnimationFrame);
            return document.querySelector('iframe').style.height;
          })()";
        browser.run(0, height, Value::Null)
    };
    assert_eq!(say(500), "500px");
    browser.run(0, "document.querySelector('iframe').removeAttribute('data-b2b-b2c-profile')", Value::Null);
    assert_eq!(say(600), "500px", "it isn't registered any more");
    browser.run(0, "document.querySelector('iframe').setAttribute('data-b2b-b2c-profile', '')", Value::Null);
    assert_eq!(say(700), "700px");
}
