const KEPT = 'countersign-sound';

/** What the browser keeps between visits; a page may forbid it, and then it lasts as long as the page. */
const kept = (): boolean => {
  try {
    return localStorage.getItem(KEPT) === 'on';
  } catch {
    return false;
  }
};

/** Two soft tones for what an agent says. Off unless the person has turned it on. */
export function sound() {
  let isOn = kept();
  let audio: AudioContext | undefined;
  const tone = (context: AudioContext, hertz: number, after: number) => {
    const [voice, volume] = [context.createOscillator(), context.createGain()];
    const start = context.currentTime + after;
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.08, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
    voice.connect(volume).connect(context.destination);
    voice.start(start);
    voice.stop(start + 0.3);
  };
  const play = () => {
    audio ??= new AudioContext();
    void audio.resume();
    tone(audio, 660, 0);
    tone(audio, 880, 0.12);
  };
  return {
    get isOn() {
      return isOn;
    },
    /** Whoever turns it on hears what it is. */
    toggle(): void {
      isOn = !isOn;
      if (isOn) play();
      try {
        localStorage.setItem(KEPT, isOn ? 'on' : 'off');
      } catch {
        // Then it is forgotten with the page.
      }
    },
    ring: () => {
      if (isOn) play();
    },
    stop: () => void audio?.close(),
  };
}
