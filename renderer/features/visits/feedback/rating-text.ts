/** `4.26` → `4,3`: one decimal and a comma, as the office's other figures. */
export function averageText(average: number): string {
  return (Math.round(average * 10) / 10).toFixed(1).replace('.', ',');
}
