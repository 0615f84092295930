import { createRuntime, WASM_INTEGRITY, WASM_URL } from './built.js';

/** @type {Promise<WebAssembly.Module> | undefined} One download and one compilation serve every element. */
let compiled;

/**
 * Starts a runtime of its own for one element, so that a fault in one never reaches another.
 *
 * Rejects when the module can't be loaded, compiled or started; a later call tries again.
 */
async function startRuntime() {
  compiled ??= compile();
  try {
    const runtime = createRuntime();
    await runtime({ module_or_path: await compiled });
    return runtime;
  } catch (error) {
    compiled = undefined;
    throw error;
  }
}

async function compile() {
  const response = await fetch(WASM_URL, { integrity: WASM_INTEGRITY });
  if (!response.ok) {
    throw new Error(`b2b-b2c-profile: ${response.status} for ${WASM_URL}`);
  }
  // A server that doesn't know the type of .wasm files rules out compiling while it streams.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

export { startRuntime };
