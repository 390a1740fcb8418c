import { Stack } from '../../organisation';

export type Ecosystem = 'maven' | 'npm' | 'golang' | 'pypi' | 'nuget' | 'deb';

/** Where a stack's dependencies come from, and the file that pins them. */
export const ECOSYSTEM_OF_STACK: Record<
  Stack,
  { ecosystem: Ecosystem; lockFile: string; trivyType: string }
> = {
  java: { ecosystem: 'maven', lockFile: 'pom.xml', trivyType: 'pom' },
  kotlin: {
    ecosystem: 'maven',
    lockFile: 'gradle.lockfile',
    trivyType: 'gradle',
  },
  node: { ecosystem: 'npm', lockFile: 'yarn.lock', trivyType: 'yarn' },
  react: { ecosystem: 'npm', lockFile: 'package-lock.json', trivyType: 'npm' },
  go: { ecosystem: 'golang', lockFile: 'go.mod', trivyType: 'gomod' },
  python: { ecosystem: 'pypi', lockFile: 'poetry.lock', trivyType: 'poetry' },
  dotnet: {
    ecosystem: 'nuget',
    lockFile: 'packages.lock.json',
    trivyType: 'nuget',
  },
  terraform: { ecosystem: 'golang', lockFile: 'go.mod', trivyType: 'gomod' },
};

const VERSIONS: Record<Ecosystem, Record<string, string>> = {
  maven: {
    'com.fasterxml.jackson.core:jackson-databind': '2.15.2',
    'io.netty:netty-handler': '4.1.94',
    'org.springframework:spring-web': '6.0.11',
    'org.springframework.security:spring-security-core': '6.1.2',
    'org.apache.kafka:kafka-clients': '3.5.0',
    'org.postgresql:postgresql': '42.6.0',
    'org.yaml:snakeyaml': '2.0.1',
    'org.apache.tomcat.embed:tomcat-embed-core': '10.1.11',
    'ch.qos.logback:logback-classic': '1.4.8',
    'com.google.protobuf:protobuf-java': '3.23.2',
    'org.bouncycastle:bcprov-jdk18on': '1.74.0',
    'com.nimbusds:nimbus-jose-jwt': '9.31.0',
    'org.apache.commons:commons-compress': '1.23.0',
    'io.grpc:grpc-netty': '1.56.0',
  },
  npm: {
    express: '4.18.2',
    axios: '1.4.0',
    lodash: '4.17.20',
    'follow-redirects': '1.15.2',
    jsonwebtoken: '9.0.0',
    ws: '8.13.0',
    'path-to-regexp': '0.1.7',
    semver: '7.5.1',
    'body-parser': '1.20.1',
    'fast-xml-parser': '4.2.4',
    undici: '5.22.0',
    qs: '6.11.0',
    '@grpc/grpc-js': '1.8.17',
    'tough-cookie': '4.1.2',
  },
  golang: {
    'golang.org/x/net': '0.17.0',
    'golang.org/x/crypto': '0.14.0',
    'google.golang.org/grpc': '1.58.0',
    'github.com/golang-jwt/jwt/v5': '5.0.0',
    'github.com/jackc/pgx/v5': '5.4.2',
    'github.com/go-chi/chi/v5': '5.0.8',
    'github.com/prometheus/client_golang': '1.16.0',
    'k8s.io/client-go': '0.28.1',
    'github.com/hashicorp/vault/api': '1.9.2',
    'go.opentelemetry.io/otel': '1.17.0',
  },
  pypi: {
    requests: '2.31.0',
    urllib3: '2.0.4',
    pyyaml: '6.0.0',
    jinja2: '3.1.2',
    cryptography: '41.0.2',
    numpy: '1.25.1',
    pandas: '2.0.3',
    pillow: '10.0.0',
    aiohttp: '3.8.5',
    sqlalchemy: '2.0.19',
    werkzeug: '2.3.6',
    pyarrow: '12.0.1',
  },
  nuget: {
    'Newtonsoft.Json': '13.0.1',
    'System.Text.Json': '7.0.2',
    'Microsoft.Data.SqlClient': '5.1.1',
    'Azure.Identity': '1.9.0',
    'System.IdentityModel.Tokens.Jwt': '6.31.0',
    RestSharp: '110.2.0',
    Npgsql: '7.0.4',
    'SixLabors.ImageSharp': '3.0.1',
  },
  deb: {
    libssl3: '3.0.11',
    libc6: '2.36.9',
    curl: '7.88.1',
    zlib1g: '1.2.13',
    libxml2: '2.9.14',
    libgnutls30: '3.7.9',
    libsqlite3: '3.40.1',
    libexpat1: '2.5.0',
    perl: '5.36.0',
    bash: '5.2.15',
    libsystemd0: '252.17.1',
    gpgv: '2.2.40',
  },
};

/** Packages that Larkhill Bank builds on, and the version it has. */
export const PACKAGES: {
  ecosystem: Ecosystem;
  name: string;
  version: string;
}[] = (Object.keys(VERSIONS) as Ecosystem[]).flatMap(ecosystem =>
  Object.entries(VERSIONS[ecosystem]).map(([name, version]) => ({
    ecosystem,
    name,
    version,
  })),
);
