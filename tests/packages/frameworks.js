// The element as frameworks use it: every property is set first and left out later.

import 'b2b-b2c-profile/define';
import { createElement, Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { flushSync as flushSvelte, mount } from 'svelte';
import { createApp, h, nextTick, ref } from 'vue';
import Page from './page.compiled.js';

const TAG = 'b2b-b2c-profile';
const first = { lang: 'en', name: 'profile', value: 'x', type: 'y', groupFirst: 'Shops', ctaText: 'Call' };
const then = { lang: 'en', name: 'profile', groupFirst: undefined, ctaText: null };
const place = (name) => {
  const element = document.createElement('div');
  element.id = name;
  document.body.append(element);
  return element;
};

const page = (form, set) => createElement(Fragment, null, createElement('form', { id: form }), createElement(TAG, { form, ...set }));
const react = createRoot(place('react'));
flushSync(() => react.render(page('react-form', first)));
flushSync(() => react.render(page('react-form', then)));

const set = ref(first);
createApp({ render: () => [h('form', { id: 'vue-form' }), h(TAG, { form: 'vue-form', ...set.value })] }).mount(place('vue'));
set.value = then;

const svelte = mount(Page, { target: place('svelte'), props: first });
flushSvelte();
svelte.change(then);
flushSvelte();

nextTick(() => { document.documentElement.dataset.done = ''; });
