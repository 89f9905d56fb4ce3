package dev.halftone.mail;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.mail.Mail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** Letters by Amazon SES, each as plain text and as simple HTML of the same words. */
public final class SesMail implements Mail {

    private static final String DEPENDENCY = "ses";

    private final SesV2Client client;
    private final String from;
    private final LetterTexts texts;

    /**
     * Keeps its collaborators.
     *
     * @param sender the address that letters come from
     * @param brand the name beside it, and in the letters
     */
    public SesMail(SesV2Client client, Email sender, String brand) {
        this.client = client;
        this.from = encoded(brand) + " <" + sender.value() + ">";
        this.texts = new LetterTexts(brand);
    }

    @Override
    public void send(Email to, Language language, Letter letter) {
        Written written = texts.write(letter, language);
        try {
            client.sendEmail(
                    send ->
                            send.fromEmailAddress(from)
                                    .destination(where -> where.toAddresses(to.value()))
                                    .content(
                                            content ->
                                                    content.simple(
                                                            simple ->
                                                                    simple.subject(
                                                                                    utf8(
                                                                                            written
                                                                                                    .subject()))
                                                                            .body(
                                                                                    body ->
                                                                                            body.text(
                                                                                                            utf8(
                                                                                                                    written
                                                                                                                            .text()))
                                                                                                    .html(
                                                                                                            utf8(
                                                                                                                    written
                                                                                                                            .html()))))));
        } catch (SdkException e) {
            throw translated(e);
        }
    }

    /** Sends nothing: a letter without a reader is refused, and the client is warm for the next. */
    public void prime() {
        try {
            client.sendEmail(send -> send.fromEmailAddress(from));
        } catch (SesV2Exception _) {
            // Its answer, and the way there.
        } catch (SdkException e) {
            throw translated(e);
        }
    }

    private static Content utf8(String data) {
        return Content.builder().data(data).charset(StandardCharsets.UTF_8.name()).build();
    }

    /** A display name in the form that every header may carry (RFC 2047). */
    private static String encoded(String name) {
        return "=?UTF-8?B?%s?="
                .formatted(
                        Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static RuntimeException translated(SdkException e) {
        return switch (e) {
            case SdkClientException _ -> new TransientFailure(DEPENDENCY, "no answer", e);
            case AwsServiceException service
                    when service.isThrottlingException() || service.statusCode() >= 500 ->
                    new TransientFailure(DEPENDENCY, "overloaded", e);
            case SesV2Exception refused ->
                    new PermanentFailure(DEPENDENCY, "a letter was refused", refused);
            default -> e;
        };
    }
}
