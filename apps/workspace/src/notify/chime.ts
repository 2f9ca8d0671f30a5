/** Two soft tones, made here: nothing is fetched for them. */
export function chime(): void {
  const audio = new AudioContext();
  const begins = audio.currentTime;
  for (const [place, frequency] of [587.33, 880].entries()) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const from = begins + place * 0.12;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(0.12, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.32);
    if (place === 1) tone.onended = () => void audio.close();
  }
}
