import { ref } from 'vue';

const storageKey = 'pailou.chime';
/** Whether new orders are heard at this device. */
export const chimeOn = ref(localStorage.getItem(storageKey) !== 'off');
/** Whether the browser keeps silent until the page was touched once. */
export const chimeBlocked = ref(!(navigator.userActivation?.hasBeenActive ?? true));
addEventListener('pointerdown', () => (chimeBlocked.value = false), { once: true });
addEventListener('keydown', () => (chimeBlocked.value = false), { once: true });
let audio: AudioContext | undefined;

export function setChime(on: boolean): void {
  chimeOn.value = on;
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  if (on) chime();
}

/** Two bell tones made on the spot; silent until the browser has seen a first touch of the page. */
export function chime(): void {
  if (!chimeOn.value) return;
  audio ??= new AudioContext();
  void audio.resume();
  const start = audio.currentTime;
  for (const [at, hertz] of [
    [0, 880],
    [0.18, 1318.5],
  ] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.25, start + at);
    volume.gain.exponentialRampToValueAtTime(0.001, start + at + 0.7);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + at);
    tone.stop(start + at + 0.75);
  }
}
