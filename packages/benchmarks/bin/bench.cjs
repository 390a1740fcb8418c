#!/usr/bin/env node
require('@backstage/cli/config/nodeTransform.cjs');
require('../src/main')
  .main(process.argv.slice(2))
  .then(
    () => process.exit(0),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
