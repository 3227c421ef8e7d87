import { useSyncExternalStore } from 'react'

const place = 'daozhang.console.sound'
const changed = 'daozhang:sound'

const isOn = () => localStorage.getItem(place) === 'on'

function follow(listener: () => void): () => void {
  addEventListener(changed, listener)
  return () => removeEventListener(changed, listener)
}

/** Whether a new waiting customer is heard; off until somebody wants it. */
export function useSound(): boolean {
  return useSyncExternalStore(follow, isOn)
}

export function setSound(on: boolean): void {
  localStorage.setItem(place, on ? 'on' : 'off')
  dispatchEvent(new Event(changed))
  if (on) chime()
}

/** Two soft tones, made here: no file to load. */
export function chime(): void {
  const audio = new AudioContext()
  const tones = [660, 880]
  for (const [index, pitch] of tones.entries()) {
    const starts = audio.currentTime + index * 0.18
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.0001, starts)
    volume.gain.exponentialRampToValueAtTime(0.12, starts + 0.03)
    volume.gain.exponentialRampToValueAtTime(0.0001, starts + 0.3)
    tone.connect(volume).connect(audio.destination)
    tone.start(starts)
    tone.stop(starts + 0.32)
    if (index === tones.length - 1) tone.onended = () => void audio.close()
  }
}
