import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { persistenceContext } from '../context/persistence-context.js';
import { checked } from '../ports/checked.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { resolvePersistence, type ResolveRequest } from './persistence-resolver.js';

export interface PersistenceHost extends ReactiveElement, ResolveRequest {
  adapter: PersistenceAdapter | undefined;
}

interface NamedAdapter {
  request: ResolveRequest;
  adapter?: PersistenceAdapter;
}

/** How long an element waits for a host that sets its adapter a little later before it says that there is none. */
const patience = 500;

/**
 * Finds an element's adapter: its property, else the nearest provider's, else what the attribute `persistence` names.
 * Owns the order and the waiting. Does not own loading or saving: the element reacts to `adapter` in its update.
 * The adapter it gives out is checked, and stays the same object as long as the same one is meant.
 */
export class PersistenceController implements ReactiveController {
  readonly #host: PersistenceHost;
  #provided: PersistenceAdapter | undefined;
  #named: NamedAdapter | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patient = true;

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
    const adapter = this.#host.adapter ?? this.#provided ?? this.#namedAdapter();
    return adapter && checked(adapter);
  }

  /** There is no adapter, and the host has had time to set one. */
  get isMissing(): boolean {
    return !this.#patient && !this.adapter;
  }

  hostConnected(): void {
    this.#patient = true;
    this.#timer = setTimeout(() => {
      this.#patient = false;
      this.#host.requestUpdate();
    }, patience);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    // A consumer that is moved elsewhere keeps the value of the provider it left.
    this.#provided = undefined;
  }

  #namedAdapter(): PersistenceAdapter | undefined {
    const { persistence, viewer, roles, requirements } = this.#host;
    if (!persistence) return undefined;
    const before = this.#named?.request;
    const isSame = before?.persistence === persistence && before.viewer?.id === viewer?.id && before.viewer?.role === viewer?.role
      && before.roles === roles && before.requirements === requirements;
    if (!isSame) {
      const named: NamedAdapter = (this.#named = { request: { persistence, viewer, roles, requirements } });
      void resolvePersistence(named.request).then((adapter) => {
        named.adapter = adapter;
        this.#host.requestUpdate();
      });
    }
    return this.#named?.adapter;
  }
}
