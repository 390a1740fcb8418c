const PLAIN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `12,345`, and two significant digits below 10. */
export function number(value: number): string {
  return value < 10
    ? String(Number(value.toPrecision(2)))
    : PLAIN.format(value);
}

export function ratio(value: number): string {
  return value >= 10 ? `${PLAIN.format(value)}×` : `${value.toFixed(2)}×`;
}

export function milliseconds(seconds: number): string {
  return `${number(seconds * 1000)} ms`;
}

export function megabytes(bytes: number): string {
  return `${number(bytes / 1024 / 1024)} MB`;
}
