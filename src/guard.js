// Stands in front of the module: `cargo xtask dist` puts it into the glue, which
// reaches the module's exports through `guarded`.

let trapped = false;
let tell;

/** Has a trap told to `listener`, with the number of the card that it came from. */
export const onTrap = (listener) => {
  tell = listener;
};

/**
 * After a trap nothing in the module can be trusted: nothing in it is called
 * any more. What comes out of a call, be it an error of a script that the module
 * called, has left the module in the middle of something, and is a trap too.
 */
const guarded = (exports) => {
  const guard = (call) => (...values) => {
    // The glue takes some of the answers apart.
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
