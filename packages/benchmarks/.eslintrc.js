// Backends are put together and measured here, so plugins are imported as a
// backend package imports them.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { '@backstage/no-mixed-plugin-imports': 'off' },
});
