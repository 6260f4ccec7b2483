// Stands in for the package `debug` in the bundle: node-powershell would print every command when DEBUG is set.
function silent() {}
silent.extend = () => silent;

module.exports = () => silent;
module.exports.default = module.exports;
module.exports.enable = () => {};
