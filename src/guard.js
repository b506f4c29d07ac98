// Wraps the module's exports: `cargo xtask dist` puts it into the glue, which
// calls them through `guarded`.

let trapped = false;
let tell;
/** What the parts that come later share with the first one. */
let shared;

/** Adds a part to the module of this script. */
export const add = (response) => __wbg_load(response, { __wasm_split: shared });

/** Reports a trap to `listener`, with the number of the card that caused it. */
export const onTrap = (listener) => {
  tell = listener;
};

/**
 * Calls nothing in the module after a trap, which leaves its state undefined. Any
 * exception out of a call counts as a trap, even of a script that the module
 * called: it has unwound the module midway.
 */
const guarded = (exports) => {
  shared = {
    memory: exports.memory,
    __indirect_function_table: exports.__shared___function_table,
    __wasm_split_shared0: exports.__wasm_split_shared0,
  };
  const guard = (call) => (...values) => {
    // The glue destructures some results.
    if (trapped) return [];
    try {
      return call(...values);
    } catch (error) {
      trapped = true;
      tell?.(error, exports.active_card());
      throw error;
    }
  };
  const entry = ([name, value]) => [name, typeof value === "function" ? guard(value) : value];
  return Object.fromEntries(Object.entries(exports).map(entry));
};
