/** A probability as people read it; what is above nought never reads as nought. */
export function epssText(epss: number): string {
  return epss > 0 && epss < 0.01 ? '< 0.01' : epss.toFixed(2);
}
