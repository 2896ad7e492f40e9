/** A box of degrees; `west` may not pass `east`: near a pole or the date line it is the whole circle. */
export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

const metresPerDegree = 111_195;

/** The smallest box that surely holds every place within so many metres: what an index can narrow by. */
export function boxAround(latitude: number, longitude: number, metres: number): Box {
  const height = metres / metresPerDegree;
  const south = latitude - height;
  const north = latitude + height;
  const narrowest = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const width = height / Math.max(narrowest, 1e-9);
  const wraps = south <= -90 || north >= 90 || longitude - width < -180 || longitude + width > 180;
  return {
    south: Math.max(south, -90),
    north: Math.min(north, 90),
    west: wraps ? -180 : longitude - width,
    east: wraps ? 180 : longitude + width,
  };
}
