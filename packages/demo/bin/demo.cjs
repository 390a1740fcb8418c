#!/usr/bin/env node
require('@backstage/cli/config/nodeTransform.cjs');
require('../src/main')
  .main(process.argv.slice(2))
  .then(
    exitCode => {
      process.exitCode = exitCode;
    },
    error => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
