// Plain old JavaScript, so that also an old Node can say that it is too old.
var path = require('path');
var url = require('url');

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(
    'This needs Node 20 or newer to begin with (24 is best); this is ' +
      process.version +
      '. Get a newer one from https://nodejs.org and run this again.\n',
  );
  process.exit(1);
}

var script = process.argv.splice(2, 1)[0];
process.argv[1] = path.join(__dirname, script + '.mjs');
import(url.pathToFileURL(process.argv[1]).href);
