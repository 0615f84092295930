/** Whether an object has a property of its own: `Object.hasOwn`, for browsers from before 2022. */
function hasOwn(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

export { hasOwn };
