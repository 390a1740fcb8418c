/** Lanczos' approximation of the logarithm of the gamma function, g = 5, n = 6. */
const LANCZOS = [
  76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155,
  0.1208650973866179e-2, -0.5395239384953e-5,
];

function logGamma(x: number): number {
  const shifted = x + 5.5;
  const series = LANCZOS.reduce(
    (sum, factor, index) => sum + factor / (x + 1 + index),
    1.000000000190015,
  );
  return (
    (x + 0.5) * Math.log(shifted) -
    shifted +
    Math.log((2.5066282746310005 * series) / x)
  );
}

/** So that no denominator of the fraction vanishes. */
const TINY = 1e-300;
const MOST_TERMS = 300;

function kept(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The continued fraction of the incomplete beta function, by Lentz' method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / kept(1 + term * d);
      c = kept(1 + term / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-14) {
      break;
    }
  }
  return fraction;
}

/** The regularised incomplete beta function (DLMF 8.17). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) {
    return Number(x >= 1);
  }
  const front = Math.exp(
    logGamma(a + b) -
      logGamma(a) -
      logGamma(b) +
      a * Math.log(x) +
      b * Math.log(1 - x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** How likely |t| is to exceed a value, at so many degrees of freedom. */
function bothTails(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/**
 * The value that Student's t stays within, on both sides, with a likelihood of
 * `level`. Degrees of freedom need not be whole.
 */
export function tWithin(level: number, freedom: number): number {
  let [low, high] = [0, 2];
  while (bothTails(high, freedom) > 1 - level) {
    high *= 2;
  }
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (bothTails(middle, freedom) > 1 - level) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
