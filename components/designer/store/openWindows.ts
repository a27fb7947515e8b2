/** Tells which windows of this machine are open: what one that is gone left unsaved is taken over, never that of one that stands. */
export interface OpenWindows {
  /** Marks this window as open until it is gone, crashes included. */
  hold(clientId: string): void;
  isOpen(clientId: string): Promise<boolean>;
  release(): void;
}

const lockName = (clientId: string): string => `bieumau.designer.${clientId}`;

/** By locks, which the browser lets go with their window, however it ends. */
const byLocks = (locks: LockManager): OpenWindows => {
  let release: () => void = () => undefined;
  return {
    hold(clientId) {
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // Nobody else asks for this name.
      void locks.request(lockName(clientId), () => held).catch(() => undefined);
    },
    async isOpen(clientId) {
      const { held } = await locks.query();
      return (held ?? []).some(({ name }) => name === lockName(clientId));
    },
    release: () => release(),
  };
};

const beatEvery = 20_000;
/** Browsers let hidden windows act once a minute. */
const goneAfter = 90_000;

/** By a moment that each window writes again and again: without HTTPS there are no locks. */
const byBeats = (storage: Storage): OpenWindows => {
  let own: string | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const beat = () => {
    try {
      if (own) storage.setItem(lockName(own), String(Date.now()));
    } catch {
      // A full storage: others take what this window keeps for left behind; its steps have ids, and are saved once.
    }
  };
  const release = () => {
    clearInterval(timer);
    if (own) storage.removeItem(lockName(own));
  };
  return {
    hold(clientId) {
      own = clientId;
      beat();
      timer = setInterval(beat, beatEvery);
      window.addEventListener("pagehide", release);
    },
    isOpen: async (clientId) => Date.now() - Number(storage.getItem(lockName(clientId)) ?? 0) < goneAfter,
    release() {
      window.removeEventListener("pagehide", release);
      release();
    },
  };
};

/** As this browser allows. */
export const openWindows = (): OpenWindows =>
  // Without HTTPS there is no `locks`, whatever the types say.
  (navigator.locks as LockManager | undefined) ? byLocks(navigator.locks) : byBeats(window.localStorage);
