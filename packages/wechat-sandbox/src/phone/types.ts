/** A spot on the map, in GCJ-02 as WeChat's maps have it. */
export interface Place {
  name: string;
  latitude: number;
  longitude: number;
}

/** What a customer's WeChat remembers of its answers to the mini program. */
export interface Handset {
  /** Whether the privacy guide (用户隐私保护指引) was agreed to. */
  privacyAgreed: boolean;
  /** The kept answer to scope.userLocation; `ask` before the first. */
  location: 'ask' | 'allow' | 'refuse';
  /** Where the phone is; null is where every phone begins. */
  place: Place | null;
}

export interface HandsetState {
  /** By customer id. */
  handsets: Record<string, Handset>;
}

export const emptyHandsetState = (): HandsetState => ({ handsets: {} });
export const newHandset = (): Handset => ({ privacyAgreed: false, location: 'ask', place: null });
