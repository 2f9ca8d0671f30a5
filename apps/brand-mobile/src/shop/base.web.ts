/** The backend that serves the web build is the app's own: same origin, no CORS. */
export const SHOP_URL: string = location.origin;
