#!/usr/bin/env node
const { resolve } = require('node:path');

require('@backstage/cli/config/nodeTransform.cjs');
require('../src/main')
  .main(process.argv.slice(2), resolve(__dirname, '..'))
  .then(
    exitCode => {
      process.exitCode = exitCode;
    },
    error => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
