import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { persistenceContext } from '../context/persistence-context.js';
import { checked } from '../ports/checked.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { resolvePersistence, type ResolveRequest } from './persistence-resolver.js';

export interface PersistenceHost extends ReactiveElement, ResolveRequest {
  adapter: PersistenceAdapter | undefined;
}

/**
 * How long an element waits for a host that says a little later what it is about, before it says that something is missing.
 * A slow phone opens its database and loads the host's own code in that time; until then nobody is blamed.
 */
const patience = 2_000;

/**
 * Finds an element's adapter: its property, else the nearest provider's, else what the attribute `persistence` names.
 * Owns the order and the waiting. Does not own loading or saving: the element reacts to `adapter` in its update.
 * The adapter it gives out is checked, and stays the same object as long as the same one is meant.
 */
export class PersistenceController implements ReactiveController {
  readonly #host: PersistenceHost;
  #provided: PersistenceAdapter | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hadAdapter = false;
  #isPatient = true;

  constructor(host: PersistenceHost) {
    this.#host = host;
    new ContextConsumer(host, {
      context: persistenceContext,
      subscribe: true,
      callback: (adapter) => {
        this.#provided = adapter;
        host.requestUpdate();
      },
    });
    host.addController(this);
  }

  get adapter(): PersistenceAdapter | undefined {
    const adapter = this.#host.adapter ?? this.#provided ?? this.#named();
    return adapter && checked(adapter);
  }

  /** The host may still be about to say what the element is about: it was put on the page, or lost its adapter, just now. */
  get isPatient(): boolean {
    return this.#isPatient;
  }

  /** There is no adapter, and the host has had time to set one. */
  get isMissing(): boolean {
    return !this.#isPatient && !this.adapter;
  }

  hostConnected(): void {
    this.#wait();
  }

  hostUpdate(): void {
    const hasAdapter = this.adapter !== undefined;
    if (this.#hadAdapter && !hasAdapter && this.#host.isConnected) this.#wait();
    this.#hadAdapter = hasAdapter;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    // A consumer that is moved elsewhere keeps the value of the provider it left.
    this.#provided = undefined;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#isPatient = true;
    this.#timer = setTimeout(() => {
      this.#isPatient = false;
      this.#host.requestUpdate();
    }, patience);
  }

  #named(): PersistenceAdapter | undefined {
    const { persistence, viewer, roles, requirements } = this.#host;
    return persistence ? resolvePersistence({ persistence, viewer, roles, requirements }) : undefined;
  }
}
