package dev.halftone.core;

import java.net.URI;
import java.util.Map;

/**
 * Proves to others under which role of the cloud this function runs. Its keys stay here: what is
 * given away is one signed request that asks the cloud who signed it.
 */
public interface CallerIdentity {

    /**
     * Signs such a request together with one header more, so that it is good for one recipient.
     *
     * @throws TransientFailure if the function's own credentials cannot be had now
     */
    SignedRequest sign(String header, String value);

    /**
     * A request that is not sent from here.
     *
     * @param headers everything that was signed, and the signature
     */
    record SignedRequest(URI url, String method, Map<String, String> headers) {

        public SignedRequest {
            headers = Map.copyOf(headers);
        }
    }
}
