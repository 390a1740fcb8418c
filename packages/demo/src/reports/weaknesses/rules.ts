import { Severity } from '@synchrony/backstage-plugin-ingestion-common';
import { Stack } from '../../organisation';

/** A rule of static analysis. */
export interface CodeRule {
  id: string;
  title: string;
  message: string;
  help: string;
  cwe: number;
  severity: Severity;
  /** `security-severity` */
  score: number;
  snippet: string;
}

type RuleRow = [
  id: string,
  score: number,
  cwe: number,
  title: string,
  message: string,
  help: string,
  snippet: string,
];

function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

function toRules(rows: RuleRow[]): CodeRule[] {
  return rows.map(([id, score, cwe, title, message, help, snippet]) => ({
    id,
    score,
    cwe,
    title,
    message,
    help,
    snippet,
    severity: severityOfScore(score),
  }));
}

const JVM = toRules([
  [
    'java/unsafe-deserialization',
    9.8,
    502,
    'Deserialisation of user-controlled data',
    'This object is deserialised from a request body.',
    'Read the data as JSON into a known type instead of deserialising objects.',
    'return (Order) new ObjectInputStream(in).readObject();',
  ],
  [
    'java/command-line-injection',
    9.1,
    78,
    'Uncontrolled command line',
    'A request parameter reaches a command line.',
    'Pass arguments as a list and check them against allowed values.',
    'Runtime.getRuntime().exec("convert " + name);',
  ],
  [
    'java/sql-injection',
    8.8,
    89,
    'Query built from user-controlled sources',
    'This query depends on a user-provided value.',
    'Use a prepared statement with parameters.',
    'jdbc.queryForList("select * from payee where id = " + id);',
  ],
  [
    'java/ssrf',
    8.1,
    918,
    'Server-side request forgery',
    'Callback URL from partner reaches the HTTP client.',
    'Check the host against an allow-list before the request leaves.',
    'client.send(HttpRequest.newBuilder(URI.create(callback)).build());',
  ],
  [
    'java/path-injection',
    7.5,
    22,
    'Uncontrolled data used in path expression',
    'A file name from a request is used in a path.',
    'Resolve the path and check that it stays inside its folder.',
    'return Files.readString(base.resolve(request.file()));',
  ],
  [
    'java/xxe',
    7.3,
    611,
    'Resolving XML external entity in user-controlled data',
    'XML from a partner is parsed with external entities on.',
    'Switch off document type declarations in the parser.',
    'builderFactory.newDocumentBuilder().parse(message);',
  ],
  [
    'java/missing-jwt-signature-check',
    7.8,
    347,
    'Missing JWT signature check',
    'A token is parsed without checking its signature.',
    'Verify the signature before any claim is read.',
    'var claims = parser.parse(token).getBody();',
  ],
  [
    'java/log-injection',
    6.1,
    117,
    'Log injection',
    'A request value is written to the log unescaped.',
    'Remove line breaks before logging.',
    'log.info("payment for " + request.reference());',
  ],
  [
    'java/unvalidated-url-redirection',
    6.1,
    601,
    'URL redirection from remote source',
    'The redirect target comes from a request.',
    'Redirect to known paths only.',
    'response.sendRedirect(request.getParameter("next"));',
  ],
  [
    'java/insecure-randomness',
    5.9,
    330,
    'Insecure randomness',
    'A token is made with a predictable generator.',
    'Use SecureRandom.',
    'var token = Long.toHexString(new Random().nextLong());',
  ],
  [
    'java/weak-cryptographic-algorithm',
    5.9,
    327,
    'Use of a broken or risky cryptographic algorithm',
    'SHA-1 is used to sign a message.',
    'Use SHA-256 or better.',
    'MessageDigest.getInstance("SHA-1");',
  ],
  [
    'java/spring-disabled-csrf-protection',
    4.6,
    352,
    'Disabled Spring CSRF protection',
    'CSRF protection is switched off for a page with a session.',
    'Leave the protection on for browser sessions.',
    'http.csrf(csrf -> csrf.disable());',
  ],
  [
    'java/error-message-exposure',
    3.7,
    209,
    'Information exposure through an error message',
    'A stack trace is sent to the caller.',
    'Answer with an error id and log the rest.',
    'return ResponseEntity.status(500).body(e.toString());',
  ],
  [
    'java/insecure-cookie',
    3.5,
    614,
    'Failure to use secure cookies',
    'A cookie is set without the Secure attribute.',
    'Set the attribute.',
    'response.addCookie(new Cookie("lang", lang));',
  ],
  [
    'java/potentially-weak-cryptographic-algorithm',
    3.1,
    327,
    'Use of a potentially risky cryptographic algorithm',
    'The algorithm comes from configuration.',
    'Fix the algorithm in code.',
    'Cipher.getInstance(config.cipher());',
  ],
  [
    'java/sensitive-log',
    3.4,
    532,
    'Insertion of sensitive information into log files',
    'An account number is logged in full.',
    'Mask all but the last four digits.',
    'log.debug("booking {}", account.number());',
  ],
]);

const JAVASCRIPT = toRules([
  [
    'javascript.lang.security.audit.code-string-concat',
    9.3,
    94,
    'Code built from strings',
    'Code is built from a request value and run.',
    'Never run strings as code.',
    'vm.runInNewContext(`(${rule.expression})`);',
  ],
  [
    'javascript.lang.security.detect-child-process',
    8.6,
    78,
    'Command built from input',
    'A request value reaches a shell.',
    'Use execFile with fixed arguments.',
    'exec(`magick ${file.path} ${target}`);',
  ],
  [
    'javascript.express.security.audit.express-ssrf',
    8.1,
    918,
    'Request to a user-controlled address',
    'The address of a request comes from a user.',
    'Check the host against an allow-list.',
    'const answer = await fetch(req.query.url);',
  ],
  [
    'javascript.sequelize.security.audit.sequelize-injection',
    8.8,
    89,
    'Query built from input',
    'A query is put together from a request value.',
    'Use replacements.',
    'sequelize.query(`select * from cards where id=${id}`);',
  ],
  [
    'javascript.jsonwebtoken.security.jwt-none-alg',
    7.6,
    347,
    'Token without signature is accepted',
    'The algorithm none is allowed.',
    'Allow the expected algorithm only.',
    "jwt.verify(token, key, { algorithms: ['RS256', 'none'] });",
  ],
  [
    'javascript.express.security.audit.express-path-join-resolve-traversal',
    7.2,
    22,
    'Path built from input',
    'A file name from a request is used in a path.',
    'Check that the path stays inside its folder.',
    'res.sendFile(join(folder, req.params.file));',
  ],
  [
    'typescript.react.security.audit.react-dangerouslysetinnerhtml',
    6.4,
    79,
    'HTML set without sanitising',
    'HTML from an API is shown as it is.',
    'Sanitise it, or show it as text.',
    '<p dangerouslySetInnerHTML={{ __html: notice.body }} />',
  ],
  [
    'javascript.express.security.audit.express-open-redirect',
    6.1,
    601,
    'Open redirect',
    'The redirect target comes from a request.',
    'Redirect to known paths only.',
    'res.redirect(req.query.returnTo);',
  ],
  [
    'javascript.lang.security.audit.prototype-pollution-assignment',
    5.6,
    1321,
    'Prototype pollution',
    'A key from a request is assigned without a check.',
    'Use a Map, or refuse __proto__.',
    'settings[key] = value;',
  ],
  [
    'javascript.lang.security.audit.detect-non-literal-regexp',
    5.3,
    1333,
    'Regular expression from input',
    'A regular expression is built from a request value.',
    'Escape the value or search for text.',
    'new RegExp(req.query.filter)',
  ],
  [
    'javascript.express.security.cors-misconfiguration',
    4.8,
    942,
    'Any origin is allowed',
    'The origin is taken over from the request.',
    'List the allowed origins.',
    'cors({ origin: true, credentials: true })',
  ],
  [
    'javascript.lang.security.insecure-object-assign',
    4.3,
    915,
    'Mass assignment',
    'A request body is merged into a record.',
    'Name the fields that may change.',
    'Object.assign(customer, req.body);',
  ],
  [
    'javascript.lang.security.audit.unsafe-formatstring',
    3.3,
    134,
    'Format string from input',
    'A request value is used as a format string.',
    'Use a constant format string.',
    'console.log(req.params.id, result);',
  ],
  [
    'javascript.express.security.audit.express-cookie-session-no-httponly',
    3.5,
    1004,
    'Cookie is readable by scripts',
    'A cookie is set without HttpOnly.',
    'Set the attribute.',
    "res.cookie('theme', theme);",
  ],
  [
    'javascript.browser.security.insufficient-postmessage-origin-validation',
    3.9,
    346,
    'Message origin is not checked',
    'Messages of any origin are handled.',
    'Compare event.origin.',
    "window.addEventListener('message', onMessage);",
  ],
  [
    'javascript.lang.security.audit.md5-used-as-hash',
    2.6,
    328,
    'MD5 is used',
    'MD5 is used for a cache key.',
    'Use SHA-256.',
    "createHash('md5').update(url).digest('hex');",
  ],
]);

const GO = toRules([
  [
    'go/command-injection',
    9.1,
    78,
    'Command built from user-controlled sources',
    'A request value reaches a command.',
    'Use fixed commands and check arguments.',
    'exec.Command("sh", "-c", r.FormValue("cmd")).Run()',
  ],
  [
    'go/sql-injection',
    8.8,
    89,
    'Database query built from user-controlled sources',
    'A query depends on a user-provided value.',
    'Use placeholders.',
    'db.Query("select id from token where t=\'" + t + "\'")',
  ],
  [
    'go/request-forgery',
    8.1,
    918,
    'Uncontrolled data used in network request',
    'The address of a request comes from a user.',
    'Check the host against an allow-list.',
    'resp, err := http.Get(target)',
  ],
  [
    'go/path-injection',
    7.5,
    22,
    'Uncontrolled data used in path expression',
    'A file name from a request is used in a path.',
    'Check that the path stays inside its folder.',
    'os.ReadFile(filepath.Join(root, name))',
  ],
  [
    'go/disabled-certificate-check',
    7.5,
    295,
    'Disabled TLS certificate check',
    'The certificate of the server is not checked.',
    'Trust the internal authority instead.',
    '&tls.Config{InsecureSkipVerify: true}',
  ],
  [
    'go/zipslip',
    7.1,
    22,
    'Arbitrary file access during archive extraction',
    'An archive entry decides where a file is written.',
    'Refuse names with dots.',
    'os.Create(filepath.Join(dir, f.Name))',
  ],
  [
    'go/log-injection',
    6.1,
    117,
    'Log entries created from user input',
    'A request value is logged unescaped.',
    'Quote it.',
    'log.Printf("client %s", name)',
  ],
  [
    'go/insecure-tls',
    5.9,
    327,
    'Insecure TLS configuration',
    'TLS 1.0 is allowed.',
    'Set MinVersion to TLS 1.2.',
    'MinVersion: tls.VersionTLS10,',
  ],
  [
    'go/weak-crypto-key',
    5.3,
    326,
    'Use of a weak cryptographic key',
    'A key of 1024 bits is made.',
    'Use 2048 bits or more.',
    'rsa.GenerateKey(rand.Reader, 1024)',
  ],
  [
    'go/unvalidated-url-redirection',
    6.1,
    601,
    'Open URL redirect',
    'The redirect target comes from a request.',
    'Redirect to known paths only.',
    'http.Redirect(w, r, next, http.StatusFound)',
  ],
  [
    'go/uncontrolled-allocation-size',
    5.8,
    770,
    'Slice memory allocation with excessive size',
    'A size from a request decides an allocation.',
    'Set a limit.',
    'buf := make([]byte, size)',
  ],
  [
    'go/cookie-secure-not-set',
    3.5,
    614,
    'Cookie without Secure',
    'A cookie is set without the Secure attribute.',
    'Set the attribute.',
    'http.SetCookie(w, &http.Cookie{Name: "v"})',
  ],
  [
    'go/stack-trace-exposure',
    3.4,
    209,
    'Information exposure through a stack trace',
    'A stack trace is sent to the caller.',
    'Log it instead.',
    'w.Write(debug.Stack())',
  ],
  [
    'go/insecure-randomness',
    3.7,
    338,
    'Use of insufficient randomness',
    'An id is made with math/rand.',
    'Use crypto/rand.',
    'id := rand.Int63()',
  ],
  [
    'go/clear-text-logging',
    3.6,
    312,
    'Clear-text logging of sensitive information',
    'A user name is logged.',
    'Mask it.',
    'log.Println("login", user)',
  ],
]);

const PYTHON = toRules([
  [
    'python.lang.security.audit.dangerous-subprocess-use',
    9.0,
    78,
    'Command built from input',
    'An input value reaches a shell.',
    'Pass a list and no shell.',
    'subprocess.run(f"gzip {path}", shell=True)',
  ],
  [
    'python.lang.security.deserialization.avoid-pickle',
    8.4,
    502,
    'Pickle of untrusted data',
    'A pickle is loaded from shared storage.',
    'Use a format without code, such as JSON.',
    'model = pickle.load(handle)',
  ],
  [
    'python.sqlalchemy.security.sqlalchemy-execute-raw-query',
    8.1,
    89,
    'Query built from input',
    'A query is put together from an input value.',
    'Use bound parameters.',
    'session.execute(f"select * from {table}")',
  ],
  [
    'python.lang.security.audit.insecure-transport.requests.request-with-http',
    7.0,
    319,
    'Request without TLS',
    'A request goes out over plain HTTP.',
    'Use HTTPS.',
    'requests.get("http://feeds.larkhill.example")',
  ],
  [
    'python.requests.security.disabled-cert-validation',
    7.4,
    295,
    'Certificate is not checked',
    'verify=False is passed.',
    'Trust the internal authority instead.',
    'requests.post(url, json=body, verify=False)',
  ],
  [
    'python.lang.security.audit.md5-used-for-password',
    5.9,
    327,
    'Weak hash',
    'MD5 is used for identifiers of people.',
    'Use a keyed hash.',
    'hashlib.md5(email.encode()).hexdigest()',
  ],
  [
    'python.jinja2.security.audit.autoescape-disabled',
    6.1,
    79,
    'Template without escaping',
    'Autoescape is off.',
    'Switch it on.',
    'Environment(loader=loader, autoescape=False)',
  ],
  [
    'python.lang.security.use-defused-xml',
    5.5,
    611,
    'XML parser follows entities',
    'XML is parsed with the standard parser.',
    'Use defusedxml.',
    'ElementTree.parse(upload)',
  ],
  [
    'python.lang.security.audit.eval-detected',
    6.8,
    95,
    'Expression is evaluated',
    'An expression from configuration is evaluated.',
    'Use a parser for the few allowed forms.',
    'return eval(rule)',
  ],
  [
    'python.lang.security.audit.logging.logger-credential-leak',
    4.6,
    532,
    'Credential may be logged',
    'A connection string is logged.',
    'Mask the password.',
    'logger.info("connect %s", dsn)',
  ],
  [
    'python.lang.security.insecure-hash-algorithms',
    3.1,
    328,
    'SHA-1 is used',
    'SHA-1 is used for a file name.',
    'Use SHA-256.',
    'hashlib.sha1(data).hexdigest()',
  ],
  [
    'python.lang.security.audit.insecure-file-permissions',
    3.8,
    732,
    'File is writable by all',
    'A file is made with mode 0777.',
    'Use 0640.',
    'os.chmod(target, 0o777)',
  ],
  [
    'python.lang.best-practice.open-never-closed',
    2.4,
    404,
    'File is never closed',
    'A file is opened and never closed.',
    'Use with.',
    'data = open(path).read()',
  ],
  [
    'python.lang.security.audit.tempfile.mktemp',
    3.3,
    377,
    'Predictable temporary file',
    'mktemp is used.',
    'Use NamedTemporaryFile.',
    'path = tempfile.mktemp()',
  ],
]);

const DOTNET = toRules([
  [
    'cs/unsafe-deserialization',
    9.8,
    502,
    'Unsafe deserialiser',
    'Data of a request is deserialised with type names.',
    'Switch off type names.',
    'TypeNameHandling = TypeNameHandling.All',
  ],
  [
    'cs/sql-injection',
    8.8,
    89,
    'SQL query built from user-controlled sources',
    'A query depends on a user-provided value.',
    'Use parameters.',
    'new SqlCommand("select * from Loan where Id=" + id)',
  ],
  [
    'cs/path-injection',
    7.5,
    22,
    'Uncontrolled data used in path expression',
    'A file name from a request is used in a path.',
    'Check that the path stays inside its folder.',
    'File.ReadAllText(Path.Combine(root, name))',
  ],
  [
    'cs/xml/insecure-dtd-handling',
    7.3,
    611,
    'Untrusted XML is read insecurely',
    'XML is read with document types on.',
    'Prohibit document types.',
    'DtdProcessing = DtdProcessing.Parse',
  ],
  [
    'cs/web/missing-function-level-access-control',
    7.5,
    285,
    'Missing access control',
    'An action has no authorisation check.',
    'Add a policy.',
    'public IActionResult Approve(Guid id)',
  ],
  [
    'cs/log-forging',
    6.1,
    117,
    'Log entries created from user input',
    'A request value is logged unescaped.',
    'Remove line breaks.',
    '_log.LogInformation("offer " + request.Name);',
  ],
  [
    'cs/web/unvalidated-url-redirection',
    6.1,
    601,
    'URL redirection from remote source',
    'The redirect target comes from a request.',
    'Redirect to local paths only.',
    'return Redirect(returnUrl);',
  ],
  [
    'cs/insecure-randomness',
    5.9,
    338,
    'Insecure randomness',
    'A token is made with System.Random.',
    'Use RandomNumberGenerator.',
    'new Random().Next()',
  ],
  [
    'cs/web/missing-token-validation',
    5.6,
    352,
    'Missing cross-site request forgery token validation',
    'A form is accepted without its token.',
    'Validate the token.',
    '[HttpPost] public IActionResult Save(Offer o)',
  ],
  [
    'cs/information-exposure-through-exception',
    3.7,
    209,
    'Information exposure through an exception',
    'An exception is shown to the user.',
    'Show an error id.',
    'return Content(ex.ToString());',
  ],
  [
    'cs/web/cookie-secure-not-set',
    3.5,
    614,
    'Cookie without Secure',
    'A cookie is set without the Secure attribute.',
    'Set the attribute.',
    'Response.Cookies.Append("lang", lang);',
  ],
  [
    'cs/empty-password-in-configuration',
    3.0,
    258,
    'Empty password in configuration file',
    'A test profile has an empty password.',
    'Remove the profile.',
    'Password=;',
  ],
]);

/** The rules that fit a stack. */
export function codeRulesOf(stack: Stack): CodeRule[] {
  switch (stack) {
    case 'java':
    case 'kotlin':
      return JVM;
    case 'node':
    case 'react':
      return JAVASCRIPT;
    case 'python':
      return PYTHON;
    case 'dotnet':
      return DOTNET;
    default:
      return GO;
  }
}

/** A rule of a secret scanner. */
export interface SecretRule {
  id: string;
  description: string;
}

export const GITLEAKS_RULES: SecretRule[] = [
  { id: 'aws-access-token', description: 'AWS access key' },
  { id: 'generic-api-key', description: 'Generic API key' },
  { id: 'private-key', description: 'Private key' },
  { id: 'jwt', description: 'JSON web token' },
  { id: 'slack-webhook-url', description: 'Slack webhook' },
];

export const SECRETLINT_RULES: SecretRule[] = [
  {
    id: '@secretlint/secretlint-rule-aws',
    description: 'AWS secret access key',
  },
  { id: '@secretlint/secretlint-rule-npm', description: 'npm access token' },
  { id: '@secretlint/secretlint-rule-privatekey', description: 'Private key' },
];

/** An alert of a dynamic scan. */
export interface WebAlert {
  id: string;
  name: string;
  severity: Exclude<Severity, 'critical' | 'info'>;
  cwe: number;
  description: string;
  solution: string;
}

type AlertRow = [
  id: string,
  severity: WebAlert['severity'],
  cwe: number,
  name: string,
  description: string,
  solution: string,
];

const ALERT_ROWS: AlertRow[] = [
  [
    '40012',
    'high',
    79,
    'Cross Site Scripting (Reflected)',
    'A parameter comes back in the page without escaping.',
    'Escape output for the place where it is used.',
  ],
  [
    '40018',
    'high',
    89,
    'SQL Injection',
    'The answer changes with SQL in a parameter.',
    'Use parameters in queries.',
  ],
  [
    '6',
    'high',
    22,
    'Path Traversal',
    'A parameter reaches files outside of the site.',
    'Check paths after resolving them.',
  ],
  [
    '10038',
    'medium',
    693,
    'Content Security Policy (CSP) Header Not Set',
    'The page has no content security policy.',
    'Set the header on every page.',
  ],
  [
    '10020',
    'medium',
    1021,
    'Missing Anti-clickjacking Header',
    'The page can be framed by any site.',
    'Set frame-ancestors.',
  ],
  [
    '10202',
    'medium',
    352,
    'Absence of Anti-CSRF Tokens',
    'A form has no token.',
    'Add a token to each form.',
  ],
  [
    '10098',
    'medium',
    264,
    'Cross-Domain Misconfiguration',
    'Any origin may read answers.',
    'Name the origins.',
  ],
  [
    '90003',
    'medium',
    345,
    'Sub Resource Integrity Attribute Missing',
    'A script of another site has no integrity attribute.',
    'Add the attribute.',
  ],
  [
    '10105',
    'medium',
    326,
    'Weak Authentication Method',
    'Basic authentication is offered.',
    'Offer tokens only.',
  ],
  [
    '10035',
    'low',
    319,
    'Strict-Transport-Security Header Not Set',
    'Browsers may come back without TLS.',
    'Set the header.',
  ],
  [
    '10021',
    'low',
    693,
    'X-Content-Type-Options Header Missing',
    'Browsers may guess the content type.',
    'Set the header to nosniff.',
  ],
  [
    '10010',
    'low',
    1004,
    'Cookie No HttpOnly Flag',
    'Scripts can read a cookie.',
    'Set HttpOnly.',
  ],
  [
    '10054',
    'low',
    1275,
    'Cookie without SameSite Attribute',
    'A cookie is sent from other sites.',
    'Set SameSite.',
  ],
  [
    '10036',
    'low',
    497,
    'Server Leaks Version Information',
    'A header names the version of the server.',
    'Remove the header.',
  ],
  [
    '10096',
    'low',
    497,
    'Timestamp Disclosure',
    'A timestamp is disclosed.',
    'Check that it tells nothing.',
  ],
];

export const WEB_ALERTS: WebAlert[] = ALERT_ROWS.map(
  ([id, severity, cwe, name, description, solution]) => ({
    id,
    severity,
    cwe,
    name,
    description,
    solution,
  }),
);

/** A check of infrastructure as code. */
export interface ConfigurationCheck {
  id: string;
  title: string;
  severity: Exclude<Severity, 'info'>;
  resolution: string;
}

type CheckRow = [
  id: string,
  severity: ConfigurationCheck['severity'],
  title: string,
  resolution: string,
];

const CHECK_ROWS: CheckRow[] = [
  [
    'AVD-AWS-0057',
    'high',
    'A policy allows every action on every resource',
    'Name actions and resources.',
  ],
  [
    'AVD-AWS-0107',
    'high',
    'A security group is open to the internet',
    'Limit the sources.',
  ],
  [
    'AVD-KSV-0014',
    'high',
    'The root file system is writable',
    'Set readOnlyRootFilesystem.',
  ],
  [
    'AVD-AWS-0132',
    'medium',
    'The bucket is not encrypted with a managed key',
    'Use a customer managed key.',
  ],
  [
    'AVD-KSV-0001',
    'medium',
    'A process may gain privileges',
    'Set allowPrivilegeEscalation to false.',
  ],
  ['AVD-KSV-0012', 'medium', 'The container runs as root', 'Set runAsNonRoot.'],
  [
    'AVD-KSV-0104',
    'medium',
    'The seccomp policy is disabled',
    'Use RuntimeDefault.',
  ],
  ['AVD-KSV-0011', 'low', 'CPU is not limited', 'Set a limit.'],
  ['AVD-KSV-0018', 'low', 'Memory is not limited', 'Set a limit.'],
  [
    'AVD-AWS-0089',
    'low',
    'Access to the bucket is not logged',
    'Switch logging on.',
  ],
];

export const CONFIGURATION_CHECKS: ConfigurationCheck[] = CHECK_ROWS.map(
  ([id, severity, title, resolution]) => ({ id, severity, title, resolution }),
);
