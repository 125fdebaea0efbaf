import { css } from 'lit';

/** The form of an exception, loaded with it. */
export const exceptionFormStyles = css`
  .exception-form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .exception-form > .error,
  .exception-form-actions {
    grid-column: 1 / -1;
  }
  .exception-form-actions {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .exception > .exception-form {
    flex: 1;
  }
  @container (max-width: 34rem) {
    .exception-form {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
