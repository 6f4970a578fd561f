/** The worker as the page bundles it. */
import "newsmark/worker";
