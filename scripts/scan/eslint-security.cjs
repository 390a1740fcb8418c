// Only the rules of eslint-plugin-security: what lint does not look at.
module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
  plugins: ['security'],
  extends: ['plugin:security/recommended-legacy'],
};
