/** Commands that send the first report of an entity; the token stays a variable. */
export function reportCommands(options: {
  /** Base URL of the ingestion back end, e.g. `https://portal.example.com/api/ingestion`. */
  ingestionUrl: string;
  entityRef: string;
}): { cli: string; curl: string } {
  const { ingestionUrl, entityRef } = options;
  const backendUrl = ingestionUrl.replace(/\/api\/ingestion\/?$/, '');
  return {
    cli: [
      `export SYNCHRONY_URL=${backendUrl}`,
      `synchrony upload report.sarif --entity ${entityRef}`,
    ].join('\n'),
    curl: [
      'curl -f -H "Authorization: Bearer $SYNCHRONY_TOKEN" \\',
      '  --data-binary @report.sarif \\',
      `  "${backendUrl}/api/ingestion/reports?entityRef=${entityRef}"`,
    ].join('\n'),
  };
}
