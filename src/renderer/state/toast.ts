import { createStore, type StoreApi } from 'zustand/vanilla';

/** A short message with, where it applies, the way back. */
export interface ToastMessage {
  readonly text: string;
  /** The view in which there is no more to be said: the message goes when it is shown. */
  readonly until?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ToastState {
  readonly message: (ToastMessage & { readonly serial: number }) | null;
  readonly show: (message: ToastMessage) => void;
  readonly dismiss: () => void;
}

export type ToastStore = StoreApi<ToastState>;

export const createToast = (): ToastStore =>
  createStore<ToastState>()((set) => {
    let serial = 0;
    return {
      message: null,
      show: (message) => set({ message: { ...message, serial: (serial += 1) } }),
      dismiss: () => set({ message: null }),
    };
  });
