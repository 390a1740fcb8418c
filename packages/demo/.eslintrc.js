module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // A test has the scorecards of the portal judge what is planned.
  rules: {
    '@backstage/no-mixed-plugin-imports': [
      'warn',
      { excludedFiles: ['src/__testUtils__/**'] },
    ],
  },
});
